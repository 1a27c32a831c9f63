package io.tastemaker.adapters.persistence.measurement;

import io.tastemaker.adapters.persistence.shared.Codes;
import io.tastemaker.adapters.persistence.shared.Json;
import io.tastemaker.domain.measurement.Metric;
import java.math.BigDecimal;
import java.util.EnumMap;
import java.util.Map;
import java.util.TreeMap;
import org.jooq.JSONB;

/** Values by metric, as texts: JSON numbers would lose digits on their way. */
final class FiguresJson {

    private FiguresJson() {}

    static JSONB write(Map<Metric, BigDecimal> values) {
        Map<String, String> texts = new TreeMap<>();
        values.forEach((metric, value) -> texts.put(metric.code(), value.toPlainString()));
        return Json.write(texts);
    }

    static Map<Metric, BigDecimal> read(JSONB column) {
        Map<Metric, BigDecimal> values = new EnumMap<>(Metric.class);
        Json.read(column).forEach((code, text) -> values.put(Codes.read(Metric.class, code), new BigDecimal(text)));
        return values;
    }
}
