using System.Diagnostics;
using System.Globalization;
using Dapper;
using Ingest.Tests.Child;
using Microsoft.Data.Sqlite;
using Xunit;

namespace Ingest.Tests.Sealing;

/// <summary>Two processes write to one database, this one reads; the writers are killed at any moment, and what they said was committed is there.</summary>
public sealed class KilledWriterTests
{
    private const int Kills = 4;

    [Fact]
    public async Task Killed_NothingCommittedIsGone()
    {
        var random = new Random(20_260_301);
        using var some = new SomeDatabase();
        using (SqliteConnection connection = some.Sealed())
        {
            connection.Execute("PRAGMA journal_mode = WAL; CREATE TABLE t (id INTEGER PRIMARY KEY, b BLOB); CREATE INDEX i ON t (length(b)); CREATE TABLE written (writer INTEGER, n INTEGER)");
        }

        long[] counts = [0, 0];
        Writer[] writers = [new(some.Path, 0, 1), new(some.Path, 1, 2)];
        try
        {
            for (int kill = 0; kill < Kills; kill++)
            {
                // One of the two goes, or, every third time, both: then the next to open the database finds nobody who knows its log.
                int[] killed = kill % 3 == 2 ? [0, 1] : [random.Next(2)];
                await Task.WhenAll(killed.Select(w => writers[w].SaidAsync(random.Next(1, 4))));
                await Task.Delay(random.Next(25), TestContext.Current.CancellationToken);
                foreach (int w in killed)
                {
                    await writers[w].KillAsync();
                }

                using SqliteConnection reader = some.Sealed();
                using SqliteTransaction moment = reader.BeginTransaction(deferred: true);
                for (int w = 0; w < 2; w++)
                {
                    long said = killed.Contains(w) ? writers[w].Last : counts[w];
                    (long Count, long Last) = reader.QuerySingle<(long, long)>("SELECT count(*), coalesce(max(n), 0) FROM written WHERE writer = @w", new { w }, moment);
                    Assert.Equal(Last, Count);
                    Assert.True(Count >= said && Count >= counts[w], FormattableString.Invariant($"{kill}: {Count} rows, {said} said, {counts[w]} before"));
                    counts[w] = Count;
                }

                Assert.Equal("ok", SomeDatabase.Check(reader));
                foreach (int w in killed)
                {
                    writers[w].Dispose();
                    writers[w] = new Writer(some.Path, w, random.Next());
                }
            }
        }
        finally
        {
            foreach (Writer writer in writers)
            {
                await writer.KillAsync();
                writer.Dispose();
            }
        }
    }

    private sealed class Writer(string database, int number, int seed) : IDisposable
    {
        private readonly Process process = ChildProcess.StartWriter(database, number.ToString(CultureInfo.InvariantCulture), seed.ToString(CultureInfo.InvariantCulture));

        /// <summary>The last commit that it spoke of.</summary>
        public long Last { get; private set; }

        public async Task SaidAsync(int commits)
        {
            for (int i = 0; i < commits; i++)
            {
                string? line = await process.StandardOutput.ReadLineAsync().WaitAsync(ChildProcess.Patience);
                Last = long.Parse(line ?? throw new InvalidOperationException("The writer ended by itself."), CultureInfo.InvariantCulture);
            }
        }

        public async Task KillAsync()
        {
            process.Kill();
            string rest = await process.StandardOutput.ReadToEndAsync();
            await process.WaitForExitAsync();
            string[] whole = rest[..(rest.LastIndexOf('\n') + 1)].Split('\n', StringSplitOptions.RemoveEmptyEntries);
            Last = whole.Length == 0 ? Last : long.Parse(whole[^1], CultureInfo.InvariantCulture);
        }

        public void Dispose() => process.Dispose();
    }
}
