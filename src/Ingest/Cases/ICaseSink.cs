namespace Ingest.Cases;

/// <summary>
/// Takes the batches of one file in the order of its rows. The batch belongs to the caller, who overwrites it afterwards; until then a sink
/// may fill what the caller has left open, or leave the content of another batch in its place.
/// </summary>
internal interface ICaseSink
{
    void Accept(CaseBatch batch);
}
