using System.Globalization;
using Host.Outcomes;
using Host.Storage;

namespace Host.Doors;

/// <summary>
/// Where rejected files wait for their repair: encrypted, with a date in the name, destroyed when it is past. Nothing as received lies on a disk unencrypted.
/// </summary>
internal sealed class RepairShelf(string watchedFolder, PrivateVault vault, int days, TimeProvider clock)
{
    private const string Ending = ".sealed";
    private const string DayFormat = "yyyyMMdd";

    /// <summary>Keeps a rejected file.</summary>
    /// <param name="partner">Partner id.</param>
    /// <param name="number">Number of the offer; the partner's own file name may name a person and is not kept.</param>
    /// <param name="content">The bytes.</param>
    public void Keep(string partner, string number, ReadOnlySpan<byte> content)
    {
        var until = DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime).AddDays(days);
        var name = $"{number}.until-{until.ToString(DayFormat, CultureInfo.InvariantCulture)}{Ending}";
        AtomicFile.Write(Path.Combine(watchedFolder, partner, FolderNames.Rejected, name), vault.Seal(Bound(partner, name), content));
    }

    /// <summary>The bytes of a waiting file, for the partner's repair.</summary>
    public Outcome<byte[]> Open(string partner, string name) =>
        vault.Open(Bound(partner, name), File.ReadAllBytes(Path.Combine(watchedFolder, partner, FolderNames.Rejected, Path.GetFileName(name))));

    /// <summary>Destroys what has waited long enough.</summary>
    /// <returns>Number of files.</returns>
    public int Clear()
    {
        if (!Directory.Exists(watchedFolder))
        {
            return 0;
        }

        var today = DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime);
        var cleared = 0;
        foreach (var file in Directory.EnumerateFiles(watchedFolder, "*" + Ending, SearchOption.AllDirectories).Order(StringComparer.Ordinal))
        {
            var day = Path.GetFileNameWithoutExtension(file).Split(".until-")[^1];
            if (DateOnly.TryParseExact(day, DayFormat, CultureInfo.InvariantCulture, DateTimeStyles.None, out var until) && until < today)
            {
                File.Delete(file);
                cleared++;
            }
        }

        return cleared;
    }

    private static string Bound(string partner, string name) => $"repair/{partner}/{name}";
}
