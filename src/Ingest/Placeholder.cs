namespace Ingest; internal static class Placeholder;
