using System.ComponentModel;
using System.Diagnostics;
using Ingest.Catalogue;
using Ingest.Storage;
using Ingest.Tests.Child;
using Xunit;

namespace Ingest.Tests.Storage;

/// <summary>Real processes on one store: killed at each step, two at once, and on a disk that is full.</summary>
public sealed class ProcessTests
{
    private const int ThreeBatches = 20000;

    public static TheoryData<string> Steps => new(Enum.GetNames<IntakeStep>());

    [Theory]
    [MemberData(nameof(Steps))]
    public async Task KilledAtAStep_AllOrNothing_AndGoesOn(string step)
    {
        using var some = new SomeStore();
        using Process child = ChildProcess.Start(some.Folder, step, $"{ThreeBatches}", "file");
        string? line = await child.StandardOutput.ReadLineAsync(Patience());
        Assert.Equal($"reached {step}", line);
        child.Kill();
        await child.WaitForExitAsync(Patience());

        some.Reopen();
        bool accepted = step == nameof(IntakeStep.Committed);
        IReadOnlyList<StoredUpload> uploads = some.Store.Uploads().Value;
        Assert.Equal(accepted ? 1 : 0, uploads.Count);
        Assert.Equal(uploads.Select(upload => upload.FileName), Directory.GetFiles(some.Cases).Select(Path.GetFileName));
        Assert.Equal(0, some.Store.FirstBrokenAuditEntry().Value);

        SomeCase[] cases = [.. Enumerable.Range(1, ThreeBatches).Select(i => new SomeCase { Case = i, Person = i })];
        Receipt again = SomeStore.TryAdd(some.Store, SomeStore.Alpha, null, SomeStore.Digest("file"), cases).Value;
        Assert.Equal(accepted ? uploads[0].Receipt.Id : again.Id, again.Id);
        StoredUpload stored = Assert.Single(some.Store.Uploads().Value);
        using CaseFileReader reader = some.Store.OpenFile(stored, [CaseFileSchema.CaseKey], SomeStore.Codebook, new StoredCases());
        int rows = 0;
        while (reader.Read())
        {
            rows += reader.Block.Rows.Count;
        }

        Assert.Equal(ThreeBatches, rows);
    }

    [Fact]
    public async Task TwoProcessesAtOnce_EveryFileOnce()
    {
        using var some = new SomeStore();
        Process[] children =
        [
            ChildProcess.Start(some.Folder, "none", "3000", "a", "b", "c", "d", "e"),
            ChildProcess.Start(some.Folder, "none", "3000", "c", "d", "e", "f", "a"),
        ];
        var said = new List<string>();
        foreach (Process child in children)
        {
            string output = await child.StandardOutput.ReadToEndAsync(Patience());
            await child.WaitForExitAsync(TestContext.Current.CancellationToken);
            Assert.Equal(0, child.ExitCode);
            said.AddRange(output.Split('\n', StringSplitOptions.RemoveEmptyEntries));
            child.Dispose();
        }

        // Ten answers, six uploads: whoever came second was given the first receipt.
        Assert.Equal(10, said.Count);
        Assert.Equal(6, said.Distinct(StringComparer.Ordinal).Count());
        some.Reopen();
        IReadOnlyList<StoredUpload> uploads = some.Store.Uploads().Value;
        Assert.Equal([1, 2, 3, 4, 5, 6], uploads.Select(upload => upload.AcceptedOrder));
        Assert.Equal(
            uploads.Select(upload => upload.FileName).Order(StringComparer.Ordinal),
            Directory.GetFiles(some.Cases).Select(Path.GetFileName).Order(StringComparer.Ordinal));
        Assert.Equal(0, some.Store.FirstBrokenAuditEntry().Value);
    }

    [Fact]
    public async Task FullDisk_CodedFailure_NothingHalfWritten()
    {
        string folder = Directory.CreateTempSubdirectory("small-disk-").FullName;
        try
        {
            // The first upload does not fit, the second does; what the first left would be in its way.
            string[] lines = await OnSmallDisk(folder, 3000, "register", "0", "big:200000", "small:12000", "list");
            Assert.Equal("big DiskFull", lines[0]);
            Assert.Equal("small U000002", lines[1]);
            Assert.Equal("U000002.k1.parquet", lines[2]);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    [Fact]
    public async Task DiskFullBeforeAnything_CodedFailure()
    {
        string folder = Directory.CreateTempSubdirectory("small-disk-").FullName;
        try
        {
            Assert.Equal(["open DiskFull"], await OnSmallDisk(folder, 40, "register", "0"));
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static CancellationToken Patience()
    {
        var patience = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        patience.CancelAfter(ChildProcess.Patience);
        return patience.Token;
    }

    private static async Task<string[]> OnSmallDisk(string folder, int kibibytes, params string[] args)
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "A small file system is mounted by Linux' unshare and mount.");
        try
        {
            using Process child = ChildProcess.StartOnSmallDisk(folder, kibibytes, [folder, .. args]);
            string output = await child.StandardOutput.ReadToEndAsync(Patience());
            string[] lines = output.Split('\n', StringSplitOptions.RemoveEmptyEntries);
            Assert.SkipUnless(lines is ["mounted", ..], "A small file system could not be mounted: run as root, or allow user namespaces.");
            return lines[1..];
        }
        catch (Win32Exception)
        {
            Assert.Skip("There is no unshare: apt-get install util-linux.");
            return [];
        }
    }
}
