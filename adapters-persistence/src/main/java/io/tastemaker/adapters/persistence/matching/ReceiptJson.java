package io.tastemaker.adapters.persistence.matching;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.tastemaker.adapters.persistence.shared.Codes;
import io.tastemaker.domain.matching.DataState;
import io.tastemaker.domain.matching.Factor;
import io.tastemaker.domain.matching.ScoreReceipt;
import io.tastemaker.domain.matching.StoredRanking;
import io.tastemaker.domain.shared.CreatorId;
import io.tastemaker.domain.shared.TeamId;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jooq.JSONB;

/** Receipts, the rows of a stored ranking and its scorer as JSON. Numbers are texts, so that they come back digit by digit. */
public final class ReceiptJson {

    private record RowJson(int rank, String creator, String owner, String total, List<LineJson> factors, ScorerJson scorer) {}

    /** What a row has besides is read over, so that a row is a receipt too. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    private record ScoreJson(String total, List<LineJson> factors, ScorerJson scorer) {}

    private record LineJson(String factor, String weight, String raw, String normalized, String contribution, String state) {}

    private record ScorerJson(String id, String version, String weightsHash, String missingPolicy) {}

    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private ReceiptJson() {}

    static JSONB write(List<StoredRanking.Row> rows) {
        return json(rows.stream().map(ReceiptJson::row).toList());
    }

    public static JSONB write(ScoreReceipt score) {
        return json(score(score));
    }

    public static ScoreReceipt readReceipt(JSONB column) {
        return score(value(column, ScoreJson.class));
    }

    static JSONB write(ScoreReceipt.Scorer scorer) {
        return json(scorer(scorer));
    }

    private static JSONB json(Object value) {
        try {
            return JSONB.valueOf(MAPPER.writeValueAsString(value));
        } catch (JsonProcessingException impossible) {
            throw new IllegalArgumentException(impossible);
        }
    }

    static List<StoredRanking.Row> read(JSONB column) {
        return Arrays.stream(value(column, RowJson[].class)).map(ReceiptJson::row).toList();
    }

    static ScoreReceipt.Scorer readScorer(JSONB column) {
        return scorer(value(column, ScorerJson.class));
    }

    private static <T> T value(JSONB column, Class<T> type) {
        try {
            return MAPPER.readValue(column.data(), type);
        } catch (JsonProcessingException broken) {
            throw new IllegalStateException(broken);
        }
    }

    private static RowJson row(StoredRanking.Row row) {
        ScoreJson score = score(row.score());
        return new RowJson(row.rank(), row.creator().toString(), row.owner().toString(), score.total(), score.factors(), score.scorer());
    }

    private static ScoreJson score(ScoreReceipt score) {
        List<LineJson> lines = score.factors().stream()
                .map(line -> new LineJson(
                        line.factor().code(),
                        line.weight().toPlainString(),
                        line.raw().map(BigDecimal::toPlainString).orElse(null),
                        line.normalized().toPlainString(),
                        line.contribution().toPlainString(),
                        line.state().code()))
                .toList();
        return new ScoreJson(score.total().toPlainString(), lines, scorer(score.scorer()));
    }

    private static ScorerJson scorer(ScoreReceipt.Scorer scorer) {
        return new ScorerJson(scorer.id(), scorer.version(), scorer.weightsHash(), scorer.missingPolicy());
    }

    private static ScoreReceipt.Scorer scorer(ScorerJson json) {
        return new ScoreReceipt.Scorer(json.id(), json.version(), json.weightsHash(), json.missingPolicy());
    }

    private static StoredRanking.Row row(RowJson json) {
        return new StoredRanking.Row(json.rank(), CreatorId.of(json.creator()), TeamId.of(json.owner()),
                score(new ScoreJson(json.total(), json.factors(), json.scorer())));
    }

    private static ScoreReceipt score(ScoreJson json) {
        List<ScoreReceipt.Line> lines = json.factors().stream()
                .map(line -> new ScoreReceipt.Line(
                        Codes.read(Factor.class, line.factor()),
                        new BigDecimal(line.weight()),
                        Optional.ofNullable(line.raw()).map(BigDecimal::new),
                        new BigDecimal(line.normalized()),
                        new BigDecimal(line.contribution()),
                        Codes.read(DataState.class, line.state())))
                .toList();
        return new ScoreReceipt(new BigDecimal(json.total()), lines, scorer(json.scorer()));
    }
}
