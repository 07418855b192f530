using System.Collections.Frozen;
using System.Reflection;
using System.Security.Cryptography;
using Reports.Charts;

namespace Host.Web.Assets;

/// <summary>Style, script and letters of the pages, from inside the program. The letters are those of the charts.</summary>
internal sealed class SiteAssets
{
    private readonly FrozenDictionary<string, SiteAsset> _byName;

    public SiteAssets()
    {
        var own = typeof(SiteAssets).Assembly;
        var charts = typeof(ReleaseCharts).Assembly;
        _byName = new (string Name, string Type, Assembly Assembly, string Resource)[]
        {
            ("site.css", "text/css; charset=utf-8", own, "Host.Web.Assets.site.css"),
            ("site.js", "text/javascript; charset=utf-8", own, "Host.Web.Assets.site.js"),
            ("desk.css", "text/css; charset=utf-8", own, "Host.Web.Assets.desk.css"),
            ("desk.js", "text/javascript; charset=utf-8", own, "Host.Web.Assets.desk.js"),
            ("icon.svg", "image/svg+xml", own, "Host.Web.Assets.icon.svg"),
            ("regular.ttf", "font/ttf", charts, "Fonts/NotoSans-Regular.ttf"),
            ("bold.ttf", "font/ttf", charts, "Fonts/NotoSans-Bold.ttf"),
        }.ToFrozenDictionary(a => a.Name, a => Read(a.Name, a.Type, a.Assembly, a.Resource), StringComparer.Ordinal);
    }

    public SiteAsset this[string name] => _byName[name];

    public SiteAsset? Find(string name) => _byName.GetValueOrDefault(name);

    private static SiteAsset Read(string name, string type, Assembly assembly, string resource)
    {
        using var stream = assembly.GetManifestResourceStream(resource) ?? throw new InvalidOperationException($"{resource} is not in the assembly.");
        using var copy = new MemoryStream();
        stream.CopyTo(copy);
        var content = copy.ToArray();
        return new SiteAsset($"/assets/{name}?v={Convert.ToHexStringLower(SHA256.HashData(content))[..12]}", type, content);
    }
}
