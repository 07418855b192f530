namespace Host.Web.Uploads;

/// <summary>How many files over the network are in the intake at once, in all routes together.</summary>
internal sealed class IntakePlaces : IDisposable
{
    private const int AtOnce = 4;

    public SemaphoreSlim Free { get; } = new(AtOnce);

    public void Dispose() => Free.Dispose();
}
