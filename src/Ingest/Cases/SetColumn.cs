namespace Ingest.Cases;

/// <summary>The multi-valued coded columns of a case: bit n is leaf n of the code list, bits 62 and 63 say why a set is empty.</summary>
internal enum SetColumn
{
    Sectors,
    Forms,
    Means,
    Services,
}
