namespace Publication.Tables;

/// <summary>One text in the two languages of every release, Turkish first.</summary>
public sealed record Text(string Tr, string En)
{
    public string In(Language language) => language == Language.Tr ? Tr : En;

    /// <summary>Joins the labels of several categories, for a row that names its members.</summary>
    public static Text Join(IEnumerable<Text> texts)
    {
        var all = texts.ToArray();
        return new Text(string.Join(", ", all.Select(t => t.Tr)), string.Join(", ", all.Select(t => t.En)));
    }
}
