using System.Security.Cryptography;
using Ingest.Cases;
using Ingest.Formats;
using Ingest.Intake;
using Ingest.Profiles;
using Ingest.Pseudonymise;
using Ingest.Rules;
using Ingest.Schema;

namespace Ingest.Reading;

/// <summary>
/// Reads a partner's file from its bytes to case records: finds format and shape, applies every rule to every row, and passes the rows
/// without fault on in batches. One pass over the records, memory independent of their number.
/// </summary>
/// <remarks>Whether a file with faulty rows is accepted is the caller's decision; the sink must be able to forget what it was given.</remarks>
internal sealed class CaseFileReader(CodeLists lists, ProfileCatalogue profiles, RuleBook rules, TimeProvider clock, ReadLimits limits)
{
    /// <param name="file">Seekable; stays open.</param>
    /// <param name="terms">The partner; none where a file is only looked at, in the partner's own network.</param>
    /// <param name="keys">For the keys of cases and persons; none where the sink keeps nothing.</param>
    /// <param name="sink">Takes the records without fault.</param>
    /// <param name="ct">Cancels between rows.</param>
    public ValidationReport Read(Stream file, PartnerTerms? terms, KeyRing? keys, ICaseSink sink, CancellationToken ct) =>
        Read(file, terms, keys, sink, tap: null, ct);

    /// <inheritdoc cref="Read(Stream, PartnerTerms?, KeyRing?, ICaseSink, CancellationToken)"/>
    /// <param name="tap">Looks at the records as they are read.</param>
    public ValidationReport Read(Stream file, PartnerTerms? terms, KeyRing? keys, ICaseSink sink, IRowTap? tap, CancellationToken ct)
    {
        using OpenedFile opened = OpenedFile.Of(file, limits, ct);
        return Read(opened, terms, keys, sink, tap, ct);
    }

    /// <inheritdoc cref="Read(Stream, PartnerTerms?, KeyRing?, ICaseSink, IRowTap?, CancellationToken)"/>
    public ValidationReport Read(OpenedFile file, PartnerTerms? terms, KeyRing? keys, ICaseSink sink, IRowTap? tap, CancellationToken ct)
    {
        var findings = new FindingLog(rules);
        var outcome = new ReportBuilder(findings, lists);
        if (file.Table is not { } source)
        {
            findings.Add(file.Fault.Rule, file.Fault.Row);
            return outcome.Build();
        }

        outcome.Dialect = source.Dialect;
        (int sheet, BoundHeading? heading, FileFault? unread) = SheetPicker.Pick(source, profiles);
        if (heading is null)
        {
            findings.Add(unread!.Value.Rule, unread.Value.Row);
            return outcome.Build();
        }

        outcome.Heading = heading;
        if (Stands(heading, terms, findings))
        {
            void ReadInto(ICaseSink target, bool forKeys)
            {
                var writer = new CaseWriter(lists, new PrimaryCodes(lists, heading.Profile.File), forKeys, target);
                new SheetReading(lists, limits, Today(), findings, outcome.Tally, terms?.Words ?? [], tap).Read(source, sheet, heading, writer, ct);
            }

            if (keys is null || terms is null)
            {
                ReadInto(sink, forKeys: false);
            }
            else
            {
                bool numbered = heading.ColumnOf.Any(column => column >= 0 && heading.Profile.Columns[column].Use is ColumnUse.CaseNumber);
                byte[] hash = numbered ? [] : Hash(file.Stream);
                InThreeSteps(
                    next => new KeyingSink(new Pseudonymiser(keys, terms.Id), lists["citizenship"], hash, next),
                    sink,
                    first => ReadInto(first, forKeys: true));
            }
        }

        return outcome.Build();
    }

    /// <summary>Reading, making keys and storing run beside each other.</summary>
    private static void InThreeSteps(Func<ICaseSink, ICaseSink> makeKeys, ICaseSink store, Action<ICaseSink> read)
    {
        using var storing = new BackgroundSink(store);
        using var keying = new BackgroundSink(makeKeys(storing));
        read(keying);
        keying.Complete();
        storing.Complete();
    }

    /// <summary>What must hold before any record is read.</summary>
    private static bool Stands(BoundHeading heading, PartnerTerms? terms, FindingLog findings)
    {
        bool refused = false;
        if (heading.Duplicate >= 0)
        {
            refused |= findings.Add(RuleCode.HeaderDuplicate, 0, heading.Duplicate);
        }

        if (terms?.Profile is { } registered && registered != heading.Profile.Id)
        {
            refused |= findings.Add(RuleCode.ShapeNotRegistered, 0);
        }

        if (!heading.ColumnOf.Any(column => column >= 0 && heading.Profile.Columns[column].Use is ColumnUse.Consent) && terms?.LegalBasis is null)
        {
            refused |= findings.Add(terms is null ? RuleCode.LegalBasisNeeded : RuleCode.LegalBasisMissing, 0);
        }

        return !refused;
    }

    private short Today() => Quarter.Of(DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime));

    private static byte[] Hash(Stream file)
    {
        file.Position = 0;
        return SHA256.HashData(file);
    }
}
