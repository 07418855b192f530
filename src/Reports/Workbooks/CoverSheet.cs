using System.Globalization;
using ClosedXML.Excel;
using Publication.Tables;
using Reports.Indicators;
using Reports.Wording;

namespace Reports.Workbooks;

/// <summary>The first sheet: what this is, what it finds, how the figures are protected, where they come from.</summary>
internal static class CoverSheet
{
    public static void Write(IXLWorksheet sheet, WorkbookPlan plan)
    {
        var writer = new SheetWriter(sheet, firstColumnWidth: 110);
        sheet.PageSetup.FitToPages(1, 1);
        var language = plan.Language;
        var header = plan.Source.Header;
        if (plan.Source.IsDraft)
        {
            writer.Warning(Words.Of(Word.DraftWarning, language));
        }

        writer.Title($"{plan.Source.Bulletin.Title.In(language)}, {Periods.Name(header.Period, language)}");
        Say(Word.PublishedOn, Periods.Day(header.PublicationDate, language));
        if (header.NextPublication is { } next)
        {
            Say(Word.NextOn, Periods.Day(next, language));
        }

        if (plan.IsWhole)
        {
            writer.FileLink(Words.Of(Word.OtherLanguage, language), WorkbookWriter.FileName(Other(language)));
        }

        writer.SheetLink(Words.Of(Word.GoToContents, language), plan.ContentsName);

        writer.Heading(Words.Of(Word.KeyResults, language));
        foreach (var sentence in KeyResults.Write(plan.Source, language))
        {
            writer.Wrapped(sentence);
        }

        writer.Heading(Words.Of(Word.Protection, language));
        foreach (var word in new[] { Word.ProtectionHow, Word.ProtectionPooled, Word.HiddenMeans, Word.HiddenDoesNotMean, Word.Detected })
        {
            writer.Wrapped(Words.Of(word, language));
        }

        if (plan.Source.Content.Withheld.Count > 0)
        {
            writer.Heading(Words.Of(Word.WithheldTables, language));
            foreach (var table in plan.Source.Content.Withheld)
            {
                writer.Wrapped($"{table.Title.In(language)}: {table.Reason.In(language)}");
            }
        }

        writer.Heading(Words.Of(Word.Contact, language));
        var imprint = plan.Source.Bulletin.Imprint;
        Say(Word.Publisher, imprint.Publisher.In(language));
        Say(Word.Statistician, imprint.Statistician.In(language));
        Say(Word.ContactAt, imprint.Contact);

        writer.Heading(Words.Of(Word.Provenance, language));
        Say(Word.ReleaseId, header.Id);
        Say(Word.Population, $"{header.Country}, {header.Programme}");
        Say(Word.CutOff, Periods.Day(header.CutOff, language));
        Say(Word.Partners, string.Create(CultureInfo.InvariantCulture, $"{header.PartnersIncluded} / {header.PartnersExpected}"));
        Say(Word.RuleSet, $"{header.RuleSet.Id} (SHA-256 {header.RuleSet.Sha256})");
        Say(Word.Classification, header.ClassificationVersion);
        Say(Word.Inputs, header.InputsHmac);
        Say(Word.Program, header.ProductVersion);

        void Say(Word word, string value) => writer.Wrapped($"{Words.Of(word, language)}: {value}");
    }

    private static Language Other(Language language) => language == Language.Tr ? Language.En : Language.Tr;
}
