namespace Anonymize.Tests.Oracle;

/// <summary>What everybody can read: the kinds of persons in the region number at least <paramref name="Low"/> and at most <paramref name="High"/>.</summary>
internal readonly record struct PublicFact(UInt128 Region, int Low, int High);
