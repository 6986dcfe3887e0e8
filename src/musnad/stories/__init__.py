"""Stories: articles about the same happening. `musnad.stories.find.stories` is the public function."""
