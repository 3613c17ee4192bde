using Fluxion.Training;

namespace Fluxion.Samples;

/// <summary>The small public data sets that come with the samples.</summary>
internal static class SampleData
{
    /// <summary>
    /// 32 cars of 1973–74, from the magazine Motor Trend of 1974; published by H. V. Henderson and P. F. Velleman,
    /// "Building multiple regression models interactively", Biometrics 37 (1981), and known as R's mtcars.
    /// </summary>
    public static DataSet<double> Cars() =>
        DataSet.ReadCsv<double>(PathOf("mtcars.csv"), new CsvOptions { Categories = ["model"] });

    /// <summary>
    /// 150 irises of three species, measured by E. Anderson; published by R. A. Fisher, "The use of multiple
    /// measurements in taxonomic problems", Annals of Eugenics 7 (1936).
    /// </summary>
    public static DataSet<double> Irises() =>
        DataSet.ReadCsv<double>(PathOf("iris.csv"), new CsvOptions { Categories = ["species"] });

    private static string PathOf(string file) => Path.Combine(AppContext.BaseDirectory, "Data", file);
}
