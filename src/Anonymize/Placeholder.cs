namespace Anonymize; internal static class Placeholder;
