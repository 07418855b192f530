namespace Reports.Bulletins;

/// <summary>The two definitions that come with the product.</summary>
public static class ShippedBulletins
{
    public static BulletinDefinition Quarterly() => Read("Bulletins/quarterly.json");

    public static BulletinDefinition Yearly() => Read("Bulletins/yearly.json");

    public static BulletinDefinition Of(BulletinGrain grain) => grain == BulletinGrain.Year ? Yearly() : Quarterly();

    private static BulletinDefinition Read(string name)
    {
        using var stream = typeof(ShippedBulletins).Assembly.GetManifestResourceStream(name)
            ?? throw new InvalidOperationException($"{name} is not in the assembly.");
        using var copy = new MemoryStream();
        stream.CopyTo(copy);
        var reading = BulletinReader.Read(copy.ToArray());

        // Tests read both files; a problem here is a broken build, not a user's mistake.
        return reading.Definition ?? throw new InvalidOperationException($"{name}: {reading.Problems[0]}");
    }
}
