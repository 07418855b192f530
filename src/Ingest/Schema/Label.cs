namespace Ingest.Schema;

/// <summary>A text in both languages of the product.</summary>
public sealed record Label(string Tr, string En)
{
    public string In(string language) => language == "tr" ? Tr : En;
}
