using Hangfire.Server;

namespace Host.Jobs;

/// <summary>Ticks as long as the server runs.</summary>
internal sealed class TickProcess(Ticker ticker, TimeSpan pause) : IBackgroundProcess
{
    public void Execute(BackgroundProcessContext context)
    {
        try
        {
            ticker.Tick();
        }
        catch (Exception exception)
        {
            // The server logs what leaves here, with its message; the code alone may.
            throw new CodedJobException(exception.GetType().Name);
        }

        context.Wait(pause);
    }
}
