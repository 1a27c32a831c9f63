package io.tastemaker.benchmarks;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;

/**
 * Lines of figures against the size of a catalogue, both on logarithmic scales, as a picture.
 *
 * @param title what is shown
 * @param unit of the figures
 * @param lines by what they are called
 */
record SvgPlot(String title, String unit, Map<String, List<Point>> lines) {

    private static final int WIDTH = 760;
    private static final int HEIGHT = 420;
    private static final int LEFT = 80;
    private static final int RIGHT = 560;
    private static final int TOP = 50;
    private static final int BOTTOM = 360;
    private static final int LINE_OF_TEXT = 20;
    private static final String[] COLOURS = {"#1b6ca8", "#d1495b", "#2e8b57", "#8a5a00", "#6a4c93", "#444444"};

    /** A figure of a catalogue; both are above 0. */
    record Point(double creators, double value) {}

    String svg() {
        Scale across = Scale.of(points(Point::creators), LEFT, RIGHT);
        Scale up = Scale.of(points(Point::value), BOTTOM, TOP);
        List<String> parts = new ArrayList<>();
        parts.add(text(LEFT, TOP - LINE_OF_TEXT, "start", title));
        parts.add(text((LEFT + RIGHT) / 2.0, BOTTOM + 2.0 * LINE_OF_TEXT, "middle", "creators"));
        across.decades().forEach(size -> {
            parts.add(line(across.at(size), TOP, across.at(size), BOTTOM));
            parts.add(text(across.at(size), BOTTOM + LINE_OF_TEXT, "middle", number(size)));
        });
        up.decades().forEach(value -> {
            parts.add(line(LEFT, up.at(value), RIGHT, up.at(value)));
            parts.add(text(LEFT - 8.0, up.at(value) + 4, "end", number(value) + " " + unit));
        });
        int drawn = 0;
        for (Map.Entry<String, List<Point>> one : lines.entrySet()) {
            String colour = COLOURS[drawn % COLOURS.length];
            String way = one.getValue().stream().map(point -> coordinate(across.at(point.creators())) + "," + coordinate(up.at(point.value())))
                    .collect(Collectors.joining(" "));
            parts.add("<polyline fill=\"none\" stroke=\"" + colour + "\" stroke-width=\"2\" points=\"" + way + "\"/>");
            one.getValue().forEach(point -> parts.add("<circle r=\"3\" fill=\"" + colour + "\" cx=\"" + coordinate(across.at(point.creators()))
                    + "\" cy=\"" + coordinate(up.at(point.value())) + "\"/>"));
            parts.add("<g fill=\"" + colour + "\">" + text(RIGHT + 12.0, TOP + drawn * (double) LINE_OF_TEXT, "start", one.getKey()) + "</g>");
            drawn++;
        }
        return "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 " + WIDTH + " " + HEIGHT + "\" font-family=\"sans-serif\" font-size=\"12\">\n"
                + "<rect width=\"100%\" height=\"100%\" fill=\"#ffffff\"/>\n" + String.join("\n", parts) + "\n</svg>\n";
    }

    private List<Double> points(ToDoubleFunction<Point> what) {
        return lines.values().stream().flatMap(List::stream).map(what::applyAsDouble).toList();
    }

    private static String line(double x1, double y1, double x2, double y2) {
        return "<line stroke=\"#dddddd\" x1=\"" + coordinate(x1) + "\" y1=\"" + coordinate(y1) + "\" x2=\"" + coordinate(x2) + "\" y2=\""
                + coordinate(y2) + "\"/>";
    }

    private static String text(double x, double y, String anchor, String text) {
        return "<text x=\"" + coordinate(x) + "\" y=\"" + coordinate(y) + "\" text-anchor=\"" + anchor + "\">"
                + text.replace("&", "&amp;").replace("<", "&lt;") + "</text>";
    }

    private static String coordinate(double value) {
        return String.format(Locale.ROOT, "%.1f", value);
    }

    private static String number(double value) {
        return value >= 1 ? String.format(Locale.ROOT, "%,.0f", value) : String.valueOf(value);
    }

    /** Whole powers of ten around all values, laid over some pixels. */
    private record Scale(int first, int last, double from, double to) {

        static Scale of(List<Double> values, double from, double to) {
            double least = values.stream().min(Double::compare).orElse(1.0);
            double most = values.stream().max(Double::compare).orElse(1.0);
            int first = (int) Math.floor(Math.log10(least));
            return new Scale(first, Math.max(first + 1, (int) Math.ceil(Math.log10(most))), from, to);
        }

        double at(double value) {
            return from + (Math.log10(value) - first) / (last - first) * (to - from);
        }

        List<Double> decades() {
            List<Double> values = new ArrayList<>();
            for (int exponent = first; exponent <= last; exponent++) {
                values.add(Double.valueOf("1e" + exponent));
            }
            return values;
        }
    }
}
