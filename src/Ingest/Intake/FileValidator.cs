using Ingest.Cases;
using Ingest.Formats;
using Ingest.Profiles;
using Ingest.Programme;
using Ingest.Reading;
using Ingest.Rules;
using Ingest.Schema;

namespace Ingest.Intake;

/// <summary>
/// Checks a file by the rules of the intake and keeps nothing. Needs no key, no store and no network, so it runs at a partner's as well.
/// </summary>
public sealed class FileValidator
{
    private readonly CaseFileReader reader;
    private readonly FigureReader figures;
    private readonly ReadLimits limits;

    public FileValidator(CodeLists lists, ProfileCatalogue profiles, RuleBook rules, TimeProvider clock, ReadLimits? limits = null)
    {
        ArgumentNullException.ThrowIfNull(lists);
        this.limits = limits ?? ReadLimits.Default;
        reader = new CaseFileReader(lists, profiles, rules, clock, this.limits);
        figures = new FigureReader(lists.Indicators, rules, clock, this.limits);
    }

    /// <summary>Reads the whole file and reports everything that is wrong with it.</summary>
    /// <param name="file">Any stream; one that cannot seek is held in memory up to the size limit.</param>
    /// <param name="terms">The partner; none at a partner's own site, where legal basis and registered shape are not known.</param>
    /// <param name="ct">Cancels between rows.</param>
    public async Task<ValidationReport> ValidateAsync(Stream file, PartnerTerms? terms, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(file);
        await using SeekableFile seekable = await SeekableFile.OfAsync(file, ct).ConfigureAwait(false);
        using OpenedFile opened = OpenedFile.Of(seekable.Stream, limits, ct);
        return figures.Find(opened) is { } heading
            ? figures.Read(opened.Table!, heading, terms?.Id, FigureReader.NothingStands, ct).Report
            : reader.Read(opened, terms, keys: null, new DiscardedCases(), tap: null, ct);
    }
}
