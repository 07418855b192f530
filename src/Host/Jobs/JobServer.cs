using Hangfire;
using Hangfire.InMemory;
using Hangfire.Server;

namespace Host.Jobs;

/// <summary>
/// Hangfire in memory, with one worker so that slots run in the order of their dates, our own filters, and a ticker that looks at the clock. Nothing is
/// lost with it: what is due stands in the workflow database.
/// </summary>
internal sealed class JobServer : IDisposable
{
    private readonly InMemoryStorage _storage;
    private readonly BackgroundJobServer _server;

    /// <param name="activator">Makes the jobs.</param>
    /// <param name="newTicker">The ticker over this server's client; null for a server that is ticked from outside.</param>
    /// <param name="pause">Between two looks at the clock.</param>
    public JobServer(JobActivator activator, Func<IBackgroundJobClient, Ticker>? newTicker, TimeSpan pause)
    {
        var filters = JobFilters.New();
        _storage = new InMemoryStorage(new InMemoryStorageOptions { MaxExpirationTime = TimeSpan.FromHours(1) });
        Client = new BackgroundJobClient(_storage, filters);
        var options = new BackgroundJobServerOptions
        {
            WorkerCount = 1,
            ServerName = "reporting",
            FilterProvider = filters,
            Activator = activator,
            ShutdownTimeout = TimeSpan.FromSeconds(20),
        };
        IBackgroundProcess[] processes = newTicker is null ? [] : [new TickProcess(newTicker(Client), pause)];
        _server = new BackgroundJobServer(options, _storage, processes);
    }

    public IBackgroundJobClient Client { get; }

    public JobStorage Storage => _storage;

    public void Dispose()
    {
        _server.Dispose();
        _storage.Dispose();
    }
}
