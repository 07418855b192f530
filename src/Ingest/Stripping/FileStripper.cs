using System.Text;
using Ingest.Cases;
using Ingest.Formats;
using Ingest.Intake;
using Ingest.Profiles;
using Ingest.Reading;
using Ingest.Rules;
using Ingest.Schema;

namespace Ingest.Stripping;

/// <summary>
/// Writes a file without its identifiers, for use in the partner's own network before anything leaves it. The result is a CSV file of
/// the same shape that the intake reads; persons can no longer be matched with those of other partners, since names are gone.
/// </summary>
public sealed class FileStripper
{
    private readonly CaseFileReader reader;

    public FileStripper(CodeLists lists, ProfileCatalogue profiles, RuleBook rules, TimeProvider clock, ReadLimits? limits = null) =>
        reader = new CaseFileReader(lists, profiles, rules, clock, limits ?? ReadLimits.Default);

    /// <param name="file">The file as it is.</param>
    /// <param name="output">Takes UTF-8 without a byte order mark, commas, RFC 4180, <c>\n</c>. Empty where the file cannot be read.</param>
    /// <param name="ct">Cancels between rows.</param>
    public async Task<StripOutcome> StripAsync(Stream file, Stream output, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(file);
        ArgumentNullException.ThrowIfNull(output);
        await using SeekableFile seekable = await SeekableFile.OfAsync(file, ct).ConfigureAwait(false);
        await using var text = new StreamWriter(output, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), leaveOpen: true);
        var writer = new StrippedCsvWriter(text);
        ValidationReport report = reader.Read(seekable.Stream, terms: null, keys: null, new DiscardedCases(), writer, ct);
        await text.FlushAsync(ct).ConfigureAwait(false);
        return new StripOutcome(report, writer.CellsLeftOut);
    }
}
