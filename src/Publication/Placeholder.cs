namespace Publication; internal static class Placeholder;
