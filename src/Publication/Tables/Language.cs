namespace Publication.Tables;

/// <summary>The languages of every published text.</summary>
public enum Language
{
    Tr,
    En,
}
