"""An aftercare companion for dry-needling clinics, on Telegram."""
