namespace Ingest.Duplicates;

/// <summary>
/// The order in which records count: earliest accepted, then first quarter, then by key and content. The order of rows in a file
/// plays no part.
/// </summary>
internal sealed class RecordOrder : IComparer<CaseRecord>
{
    public int Compare(CaseRecord x, CaseRecord y)
    {
        int order = x.Order.CompareTo(y.Order);
        order = order != 0 ? order : x.Quarter.CompareTo(y.Quarter);
        order = order != 0 ? order : x.Case.CompareTo(y.Case);
        order = order != 0 ? order : x.Person.CompareTo(y.Person);
        return order != 0 ? order : x.Content.CompareTo(y.Content);
    }
}
