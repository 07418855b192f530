using Ingest.Intake;
using Ingest.Profiles;
using Ingest.Programme;
using Ingest.Schema;

namespace Ingest.Templates;

/// <summary>Templates of all shapes, made from the data that files are read by, so that the two cannot differ.</summary>
public sealed class TemplateCatalogue(ProfileCatalogue profiles, CodeLists lists)
{
    /// <summary>The newest version of each shape, in ordinal order of their ids.</summary>
    public IReadOnlyList<Template> All { get; } = [.. profiles.Newest.Select(profile => Of(profile, lists))];

    public Template? Find(string id) => All.FirstOrDefault(template => string.Equals(template.Id, id, StringComparison.Ordinal));

    /// <summary>For figures of indicators: all that there are, or those of one partner, with the columns that these need.</summary>
    /// <returns>None where the partner reports none.</returns>
    public Template? Figures(PartnerId? partner) => FigureTemplate.Of(lists, partner);

    private static Template Of(Profile profile, CodeLists lists) => new(
        profile.Id, profile.File.Version, profile.File.Label, [.. profile.Columns.Select(column => Of(column, profile.File, lists)).OfType<TemplateColumn>()]);

    private static TemplateColumn? Of(ProfileColumn column, ProfileFile profile, CodeLists lists)
    {
        // A heading that stands for any that begins so cannot be written; what is never read need not be asked for.
        TemplateKind? kind = column.Names[0].EndsWith('*') ? null : column.Use switch
        {
            ColumnUse.CaseNumber or ColumnUse.PersonName => TemplateKind.Text,
            ColumnUse.Date => TemplateKind.Date,
            ColumnUse.Age => TemplateKind.Number,
            ColumnUse.Code or ColumnUse.Flag or ColumnUse.Consent => TemplateKind.Choice,
            ColumnUse.Set => column.Separators.Count > 0 ? TemplateKind.Choices : TemplateKind.Choice,
            _ => null,
        };
        return kind is null ? null : new TemplateColumn
        {
            Heading = new Label(column.Names[0], column.Names[0]),
            Kind = kind.Value,
            IsRequired = column.Required,
            Words = Words(column, profile, lists),
            Separator = column.Separators.Count > 0 ? column.Separators[0] : "",
            DateFormat = (column.Formats ?? profile.DateFormats)[0],
        };
    }

    private static IReadOnlyList<Label> Words(ProfileColumn column, ProfileFile profile, CodeLists lists) => column.Use switch
    {
        ColumnUse.Code or ColumnUse.Set => [.. lists[ColumnTargets.ListOf(column.To)].Codes.Select(code => code.Label)],
        ColumnUse.Flag or ColumnUse.Consent when profile is { Yes: [var yes, ..], No: [var no, ..] } => [new Label(yes, yes), new Label(no, no)],
        _ => [],
    };
}
