using Publication.Tables;

namespace Reports.Tests.Samples;

/// <summary>Builds published tables from rows that a test names. A row is one code or several joined by <c>+</c>.</summary>
internal sealed class SomeTable
{
    private static readonly Text Total = new("Toplam", "Total");

    private readonly string _id;
    private readonly List<Axis> _axes = [];
    private readonly List<Node> _where = [new("status", ["ACT"])];

    public SomeTable(string id) => _id = id;

    public static PublishedCell C => PublishedCell.Hidden;

    public static PublishedCell Z => PublishedCell.NotApplicable;

    public static PublishedCell X => PublishedCell.NotAvailable;

    public SomeTable Where(params Node[] nodes)
    {
        _where.Clear();
        _where.AddRange(nodes);
        return this;
    }

    public SomeTable By(Variable variable, params string[] rows) => By(variable, isAdditive: true, rows);

    public SomeTable By(Variable variable, bool isAdditive, params string[] rows) => By(variable, isAdditive, [AxisRow.Total(Total)], rows);

    /// <summary>Rows that count different things have no sum.</summary>
    public SomeTable ByWithoutTotal(Variable variable, params string[] rows) => By(variable, isAdditive: true, [], rows);

    private SomeTable By(Variable variable, bool isAdditive, AxisRow[] last, string[] rows)
    {
        var labels = variable.Leaves.ToDictionary(l => l.Code, l => l.Label, StringComparer.Ordinal);
        _axes.Add(new Axis(
            variable.Name,
            variable.Label,
            variable.Role,
            variable.Leaves.Select(l => new DeclaredCategory(l.Code, l.Label, new Node(variable.Name, [l.Code]))),
            [.. rows.Select(r => Row(variable, r, labels)), .. last],
            isAdditive));
        return this;
    }

    public PublishedTable Of(params PublishedCell[] cells) => new(
        new TableDesign(_id, new Text($"Tablo {_id}", $"Table {_id}"), "victims", _where, _axes),
        cells,
        new Text("Küçük sayılar kişileri belli edebileceği için birleştirildi.", "Small figures were combined because they could reveal persons."));

    public PublishedTable Of(params int?[] cells) => Of([.. cells.Select(c => c is { } n ? PublishedCell.Show(n) : PublishedCell.Hidden)]);

    private static AxisRow Row(Variable variable, string code, Dictionary<string, Text> labels)
    {
        if (variable.Name == "group" && code == "CHI")
        {
            return new AxisRow("CHI", new Text("çocuk", "children"), new Node("group", ["GIR", "BOY"]), ["CHI"]);
        }

        if (variable.Name == "age" && code is "CHD" or "ADU")
        {
            return code == "CHD"
                ? new AxisRow(code, new Text("çocuk", "child"), new Node("age", ["A00", "A09"]), [code])
                : new AxisRow(code, new Text("yetişkin", "adult"), new Node("age", ["A18", "A21", "A24", "A27", "A30", "A39", "A48"]), [code]);
        }

        var members = code.Split('+').Order(StringComparer.Ordinal).ToArray();
        return new AxisRow(string.Join('+', members), Text.Join(members.Select(m => labels[m])), new Node(variable.Name, members), members);
    }
}
