using System.Text;
using System.Xml;
using System.Xml.Linq;

namespace Reports.Workbooks;

/// <summary>XML as UTF-8 without byte order mark and without insignificant white space.</summary>
internal static class PackageXml
{
    private static readonly XmlWriterSettings Settings = new() { Encoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), NewLineChars = "\n" };

    public static byte[] Write(XDocument document)
    {
        using var stream = new MemoryStream();
        using (var writer = XmlWriter.Create(stream, Settings))
        {
            document.Save(writer);
        }

        return stream.ToArray();
    }
}
