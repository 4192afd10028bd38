from sandbox.world.house import World

__all__ = ["World"]
