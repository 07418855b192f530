using System.Collections.Concurrent;
using System.Runtime.ExceptionServices;

namespace Ingest.Cases;

/// <summary>
/// Passes batches to another sink on a thread of its own, so that the next rows are read meanwhile.
/// Holds at most <see cref="Ahead"/> batches; what the other sink throws is thrown to the reader at its next batch, or at the end.
/// </summary>
internal sealed class BackgroundSink(ICaseSink target) : ICaseSink, IDisposable
{
    private const int Ahead = 3;

    private readonly BlockingCollection<CaseBatch> free = [];
    private readonly BlockingCollection<CaseBatch> filled = [];
    private Task? work;
    private int made;
    private volatile ExceptionDispatchInfo? failure;

    public void Accept(CaseBatch batch)
    {
        work ??= Task.Factory.StartNew(Drain, CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);
        CaseBatch passed = TakeFree();
        failure?.Throw();
        batch.Exchange(passed);
        filled.Add(passed);
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

    /// <summary>A small file needs few batches, and a batch is a megabyte.</summary>
    private CaseBatch TakeFree()
    {
        if (free.TryTake(out CaseBatch? batch))
        {
            return batch;
        }

        return made++ < Ahead ? new CaseBatch() : free.Take();
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
