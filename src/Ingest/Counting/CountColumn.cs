using Ingest.Schema;

namespace Ingest.Counting;

/// <summary>A variable to count by, at its leaves or at a level of its code list (<c>year</c> for the variable <c>quarter</c>).</summary>
public sealed record CountColumn(string Variable, string Level = CodeList.LeafLevel);
