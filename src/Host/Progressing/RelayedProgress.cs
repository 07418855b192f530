namespace Host.Progressing;

/// <summary>Passes on at once what is reported, on the thread that reports it, where the library's own class would queue it.</summary>
internal sealed class RelayedProgress<T>(Action<T> pass) : IProgress<T>
{
    public void Report(T value) => pass(value);
}
