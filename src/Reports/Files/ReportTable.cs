using Publication.Tables;
using Reports.Bulletins;

namespace Reports.Files;

/// <summary>A published table beside its declaration; the declaration is null where the bulletin does not know the table.</summary>
internal sealed class ReportTable(PublishedTable published, BulletinTable? declared, int position)
{
    private static readonly Text Persons = new("kişi", "persons");

    public PublishedTable Published => published;

    public TableDesign Design => published.Design;

    public BulletinTable? Declared => declared;

    public string Id => published.Design.Id;

    /// <summary>Printed before the title; also the name of the table's sheet.</summary>
    public string Number => declared?.Number ?? string.Create(System.Globalization.CultureInfo.InvariantCulture, $"X{position + 1}");

    public Text Title => declared?.Title ?? published.Design.Title;

    public Text Unit => declared?.Unit ?? Persons;

    public bool HasChart => declared?.Chart is not null;
}
