using System.Globalization;
using System.Xml.Linq;

namespace Reports.Workbooks;

/// <summary>
/// Gives the parts of a package fixed names where the library invents one for each run: the document properties, and the relationships of the
/// package itself.
/// </summary>
internal static class PackageNames
{
    public const string ContentTypes = "[Content_Types].xml";

    private const string RootRelations = "_rels/.rels";
    private const string Properties = "docProps/core.xml";
    private const string PropertiesType = "application/vnd.openxmlformats-package.core-properties+xml";

    private static readonly XNamespace Types = "http://schemas.openxmlformats.org/package/2006/content-types";

    public static Dictionary<string, byte[]> Fix(Dictionary<string, byte[]> parts)
    {
        var invented = parts.Keys.Single(n => n.EndsWith(".psmdcp", StringComparison.Ordinal));
        parts.Add(Properties, parts[invented]);
        parts.Remove(invented);
        Change(parts, ContentTypes, root =>
        {
            root.Elements(Types + "Default").Where(d => string.Equals((string?)d.Attribute("Extension"), "psmdcp", StringComparison.Ordinal)).Remove();
            root.Add(new XElement(Types + "Override", new XAttribute("PartName", $"/{Properties}"), new XAttribute("ContentType", PropertiesType)));
        });
        Change(parts, RootRelations, root =>
        {
            var relations = root.Elements().OrderBy(r => (string?)r.Attribute("Type"), StringComparer.Ordinal).ToArray();
            for (var i = 0; i < relations.Length; i++)
            {
                relations[i].SetAttributeValue("Id", string.Create(CultureInfo.InvariantCulture, $"rId{i + 1}"));
                if (string.Equals((string?)relations[i].Attribute("Target"), $"/{invented}", StringComparison.Ordinal))
                {
                    relations[i].SetAttributeValue("Target", $"/{Properties}");
                }
            }

            root.ReplaceNodes(relations);
        });
        return parts;
    }

    private static void Change(Dictionary<string, byte[]> parts, string name, Action<XElement> change)
    {
        using var source = new MemoryStream(parts[name]);
        var document = XDocument.Load(source);
        change(document.Root!);
        parts[name] = PackageXml.Write(document);
    }
}
