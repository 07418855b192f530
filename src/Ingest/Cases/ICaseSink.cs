namespace Ingest.Cases;

/// <summary>Takes the batches of one file in the order of its rows. The batch belongs to the caller and is overwritten afterwards.</summary>
internal interface ICaseSink
{
    void Accept(CaseBatch batch);
}
