using System.Text.Json;
using Apache.Arrow;
using Apache.Arrow.Ipc;
using Host.Outcomes;
using Host.Storage;
using Publication.Releases;

namespace Host.Drafting;

/// <summary>
/// What a published quarter was counted from: numbers of persons by combination, no key of anybody, encrypted. Its year is counted from it, so that a record that is
/// erased, corrected or withdrawn later contradicts no figure that readers have. It is destroyed once the year is published.
/// </summary>
internal sealed class PublishedCounts(PrivateVault vault, string privateFolder)
{
    private const int SchemaVersion = 1;
    private const string Folder = "counts";
    private const string Ending = ".counts";

    /// <summary>Quarters of which counts are kept, ascending.</summary>
    public IReadOnlyList<ReleasePeriod> Kept => Directory.Exists(Path.Combine(privateFolder, Folder))
        ?
        [
            .. Directory.EnumerateFiles(Path.Combine(privateFolder, Folder), "*" + Ending)
                .Select(f => ReleasePeriod.TryParse(Path.GetFileNameWithoutExtension(f), out var quarter) ? quarter : (ReleasePeriod?)null)
                .OfType<ReleasePeriod>().Order(),
        ]
        : [];

    public void Keep(ReleasePeriod quarter, IReadOnlyDictionary<string, RecordBatch> populations) => vault.Write(
        NameOf(quarter),
        JsonSerializer.SerializeToUtf8Bytes(new Document(SchemaVersion, populations.ToDictionary(p => p.Key, p => Write(p.Value), StringComparer.Ordinal)), JsonSerializerOptions.Web));

    /// <returns>By population; none where nothing is kept of the quarter.</returns>
    public Outcome<IReadOnlyDictionary<string, RecordBatch>> Find(ReleasePeriod quarter)
    {
        if (!File.Exists(PathOf(quarter)))
        {
            return new Dictionary<string, RecordBatch>(StringComparer.Ordinal);
        }

        if (!vault.Read(NameOf(quarter)).Succeeded(out var bytes, out var failure))
        {
            return failure;
        }

        return Storage.SchemaVersion.IsNewer(bytes, SchemaVersion)
            ? new Failure(ExitCode.DependencyUnavailable, "NewerSchema", "counts")
            : Outcome<IReadOnlyDictionary<string, RecordBatch>>.Of(
                JsonSerializer.Deserialize<Document>(bytes, JsonSerializerOptions.Web)!.Populations.ToDictionary(p => p.Key, p => Read(p.Value), StringComparer.Ordinal));
    }

    public void Destroy(ReleasePeriod quarter)
    {
        File.Delete(PathOf(quarter));
        AtomicFile.FlushFolder(Path.Combine(privateFolder, Folder));
    }

    private static string NameOf(ReleasePeriod quarter) => $"{Folder}/{quarter}{Ending}";

    private string PathOf(ReleasePeriod quarter) => Path.Combine(privateFolder, Folder, $"{quarter}{Ending}");

    private static byte[] Write(RecordBatch batch)
    {
        using var memory = new MemoryStream();
        using (var writer = new ArrowStreamWriter(memory, batch.Schema, leaveOpen: true))
        {
            writer.WriteRecordBatch(batch);
            writer.WriteEnd();
        }

        return memory.ToArray();
    }

    private static RecordBatch Read(byte[] bytes)
    {
        using var reader = new ArrowStreamReader(bytes);
        return reader.ReadNextRecordBatch() ?? throw new InvalidDataException("Kept counts hold one batch for each population.");
    }

    private sealed record Document(int SchemaVersion, Dictionary<string, byte[]> Populations);
}
