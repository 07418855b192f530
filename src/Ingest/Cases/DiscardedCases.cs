namespace Ingest.Cases;

/// <summary>Forgets every batch: for looking at a file without taking it in.</summary>
internal sealed class DiscardedCases : ICaseSink
{
    public void Accept(CaseBatch batch)
    {
    }
}
