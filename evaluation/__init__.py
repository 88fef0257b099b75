"""Is the checker right? Gold cases written for it, public sets, figures, and a gate."""
