using Host.Recovery;
using Host.Tests.Support;
using Ingest.Pseudonymise;
using Xunit;

namespace Host.Tests.Recovery;

/// <summary>The journal beside the store: whole after a kill, broken after a change.</summary>
public sealed class RecoveryJournalTests : IDisposable
{
    private readonly SomeFolder _folder = new();
    private readonly SomeClock _clock = new("2026-01-22T09:00:00Z");

    private string File => Path.Combine(_folder["journal"], RecoveryJournal.FileName);

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Entries_AreReadBackInOrder_AndForTheirOwnerAlone()
    {
        Assert.Empty(Entries());
        Fill();
        Assert.Equal(["consent W000001 GOC|mark", "release 2025-Q4.1 mac", "release 2025.1 other"], Entries());
        if (!OperatingSystem.IsWindows())
        {
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, System.IO.File.GetUnixFileMode(File));
        }
    }

    [Fact]
    public void AnyLineChangedTakenOutOrMoved_IsFound()
    {
        Fill();
        var whole = System.IO.File.ReadAllLines(File);
        foreach (var (lines, at) in new (string[], int)[]
        {
            ([whole[0].Replace("GOC", "KOL", StringComparison.Ordinal), whole[1], whole[2]], 1),
            ([whole[0], whole[1].Replace("mac", "mak", StringComparison.Ordinal), whole[2]], 2),
            ([whole[1], whole[2]], 1),
            ([whole[0], whole[2]], 2),
            ([whole[0], whole[2], whole[1]], 2),
            ([whole[0], "", whole[1], whole[2]], 2),
            (["no JSON", .. whole], 1),
        })
        {
            System.IO.File.WriteAllText(File, string.Join('\n', lines) + "\n");
            var failure = Journal().Read().Failure;
            Assert.Equal(("JournalBroken", $"{at}"), (failure?.Code, failure?.Arguments[0]));
            Assert.Throws<IOException>(() => Journal().Append(JournalEntry.Release, "2026-Q1.1", "mac"));
        }
    }

    [Fact]
    public void LineThatWasBeingWritten_IsNoEntryAndMakesWayForTheNext()
    {
        Fill();
        System.IO.File.AppendAllText(File, "{\"seq\":4,\"kind\":\"rel");
        Assert.Equal(3, Entries().Count);
        Journal().Append(JournalEntry.Release, "2026-Q1.1", "mac");
        Assert.Equal("release 2026-Q1.1 mac", Entries()[^1]);
        Assert.Equal(4, System.IO.File.ReadAllLines(File).Length);
    }

    [Fact]
    public void OtherKeys_ReadNothingOfIt()
    {
        Fill();
        Assert.Equal("JournalBroken", new RecoveryJournal(_folder["journal"], KeyRing.FromSeed("k1", "another"), _clock).Read().Failure?.Code);
    }

    private void Fill()
    {
        Journal().Append(JournalEntry.Consent, "W000001", "GOC", "mark");
        Journal().Append(JournalEntry.Release, "2025-Q4.1", "mac");
        Journal().Append(JournalEntry.Release, "2025.1", "other");
    }

    private RecoveryJournal Journal() => new(_folder["journal"], KeyRing.FromSeed("k1", "host tests"), _clock);

    private IReadOnlyList<string> Entries()
    {
        Assert.True(Journal().Read().Succeeded(out var entries, out var failure), failure?.Code);
        return [.. entries!.Select(e => $"{e} {string.Join('|', e.Fields)}")];
    }
}
