using System.Globalization;
using Fluxion.Samples;
using Fluxion.Samples.Lessons;

// The lessons print a decimal point, whatever the machine's culture prints.
CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;

(string Name, Action Run)[] lessons =
[
    ("linear-regression", LinearRegression.Run),
    ("resumed-training", ResumedTraining.Run),
    ("three-thousand-epochs", ThreeThousandEpochs.Run),
    ("gradient-descent", GradientDescent.Run),
    ("iced-americano", IcedAmericano.Run),
    ("accumulation", Accumulation.Run),
    ("random-seed", RandomSeed.Run),
    ("learning-rates", LearningRates.Run),
    ("optimizers", Optimizers.Run),
    ("logistic-regression", LogisticRegression.Run),
    ("neural-network", NeuralNetwork.Run),
    ("custom-rule", CustomRule.Run),
    ("mathnet", MathNetOpinion.Run),
    ("formulas", Formulas.Run),
];

string asked = args is [string first, ..] ? first : lessons[0].Name;
Figures.Folder = args is [_, string folder] ? folder.TrimEnd('/') : Figures.Folder;

switch (asked)
{
    case "list":
        Console.WriteLine(string.Join('\n', lessons.Select(lesson => lesson.Name)));
        return 0;

    case "all":
        foreach ((string name, Action run) in lessons)
        {
            Console.WriteLine($"== {name}");
            run();
        }

        return 0;

    case "measure":
        Measurement.Run();
        return 0;

    default:
        if (lessons.FirstOrDefault(lesson => lesson.Name == asked).Run is not Action chosen)
        {
            Console.Error.WriteLine(
                $"There is no lesson '{asked}'. There are: {string.Join(", ", lessons.Select(lesson => lesson.Name))}.");
            return 1;
        }

        chosen();
        return 0;
}
