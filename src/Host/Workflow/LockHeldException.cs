namespace Host.Workflow;

/// <summary>Another process holds a lock for longer than a caller waits. It says nothing else: which work it is the caller knows.</summary>
internal sealed class LockHeldException() : IOException("Another process holds the lock.");
