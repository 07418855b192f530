using Ingest.Cases;
using Ingest.Storage;
using Xunit;

namespace Ingest.Tests.Cases;

public sealed class BackgroundSinkTests
{
    [Fact]
    public void ManyBatches_AllArriveInOrder_ThoughTheBatchIsReused()
    {
        var target = new RecordingSink();
        using (var sink = new BackgroundSink(target))
        {
            var batch = new CaseBatch();
            for (int i = 1; i <= 50; i++)
            {
                batch.Count = i;
                batch.SourceRow[i - 1] = i;
                batch.Codes(CaseColumn.Age)[i - 1] = (byte)i;
                batch.Sets(SetColumn.Means)[i - 1] = (ulong)i;
                batch.Periods(PeriodColumn.ReturnDate)[i - 1] = (short)i;
                batch.CaseKey(i - 1).Fill((byte)i);
                batch.MatchKey(i - 1).Fill((byte)i);
                batch.YearOnly[i - 1] = (byte)i;
                sink.Accept(batch);
            }

            sink.Complete();
        }

        Assert.Equal(Enumerable.Range(1, 50), target.Counts);
        Assert.All(target.LastRows, values => Assert.Single(values.Distinct()));
    }

    [Fact]
    public void TargetFails_ReaderLearnsIt_AndIsNeverStuck()
    {
        using var sink = new BackgroundSink(new FailingSink());
        var batch = new CaseBatch { Count = 1 };
        StoreException failure = Assert.Throws<StoreException>(() =>
        {
            for (int i = 0; i < 1000; i++)
            {
                sink.Accept(batch);
            }

            sink.Complete();
        });
        Assert.Equal(StoreFailureCode.DiskFull, failure.Code);
    }

    [Fact]
    public void TargetFailsOnTheLastBatch_CompleteThrows()
    {
        using var sink = new BackgroundSink(new FailingSink());
        sink.Accept(new CaseBatch { Count = 1 });
        Assert.Throws<StoreException>(sink.Complete);
    }

    [Fact]
    public void NoBatch_Completes()
    {
        using var sink = new BackgroundSink(new FailingSink());
        sink.Complete();
    }

    private sealed class RecordingSink : ICaseSink
    {
        public List<int> Counts { get; } = [];

        public List<int[]> LastRows { get; } = [];

        public void Accept(CaseBatch batch)
        {
            int row = batch.Count - 1;
            Counts.Add(batch.Count);
            LastRows.Add(
            [
                batch.SourceRow[row], batch.Codes(CaseColumn.Age)[row], (int)batch.Sets(SetColumn.Means)[row],
                batch.Periods(PeriodColumn.ReturnDate)[row], batch.CaseKey(row)[31], batch.MatchKey(row)[31], batch.YearOnly[row],
            ]);
        }
    }

    private sealed class FailingSink : ICaseSink
    {
        public void Accept(CaseBatch batch) => throw new StoreException(StoreFailureCode.DiskFull);
    }
}
