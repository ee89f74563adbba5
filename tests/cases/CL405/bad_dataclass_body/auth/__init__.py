from auth.exchange import exchange

__all__ = ["exchange"]
