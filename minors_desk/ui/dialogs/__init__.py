"""Questions the window asks: each dialog asks one thing and answers, it saves nothing."""
