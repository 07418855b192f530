using System.Collections.Concurrent;
using System.Runtime.ExceptionServices;
using Ingest.Cases;

namespace Ingest.Storage;

/// <summary>
/// Passes copies of batches to another sink on a thread of its own, so that a file is read while what was read before is encrypted.
/// Holds at most <see cref="Ahead"/> batches; what the other sink throws is thrown to the reader at its next batch, or at the end.
/// </summary>
internal sealed class BackgroundSink : ICaseSink, IDisposable
{
    private const int Ahead = 3;

    private readonly ICaseSink target;
    private readonly BlockingCollection<CaseBatch> free = [];
    private readonly BlockingCollection<CaseBatch> filled = [];
    private Task? work;
    private volatile ExceptionDispatchInfo? failure;

    public BackgroundSink(ICaseSink target)
    {
        this.target = target;
        for (int i = 0; i < Ahead; i++)
        {
            free.Add(new CaseBatch());
        }
    }

    public void Accept(CaseBatch batch)
    {
        work ??= Task.Factory.StartNew(Drain, CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);
        CaseBatch copy = free.Take();
        failure?.Throw();
        batch.CopyTo(copy);
        filled.Add(copy);
    }

    /// <summary>Returns when the other sink has everything.</summary>
    public void Complete()
    {
        filled.CompleteAdding();
        work?.Wait();
        failure?.Throw();
    }

    public void Dispose()
    {
        filled.CompleteAdding();
        work?.Wait();
        filled.Dispose();
        free.Dispose();
    }

    private void Drain()
    {
        foreach (CaseBatch batch in filled.GetConsumingEnumerable())
        {
            // After a failure batches are only given back, so that the reader never waits for one.
            if (failure is null)
            {
                try
                {
                    target.Accept(batch);
                }
                catch (Exception thrown)
                {
                    failure = ExceptionDispatchInfo.Capture(thrown);
                }
            }

            free.Add(batch);
        }
    }
}
