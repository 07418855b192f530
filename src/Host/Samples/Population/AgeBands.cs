namespace Host.Samples.Population;

/// <summary>The nine age bands of CTDC.</summary>
internal static class AgeBands
{
    private static readonly int[] Starts = [0, 9, 18, 21, 24, 27, 30, 39, 48];

    /// <summary>Index of the band that holds an age in completed years.</summary>
    public static int Of(int age)
    {
        int band = 0;
        while (band + 1 < Starts.Length && age >= Starts[band + 1])
            band++;
        return band;
    }
}
