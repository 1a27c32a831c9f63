package io.tastemaker.adapters.persistence.matching;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.tastemaker.adapters.persistence.content.Captions;
import io.tastemaker.adapters.persistence.creators.CreatorTexts;
import io.tastemaker.domain.content.CaptionTags;
import io.tastemaker.domain.matching.Catalogue;
import io.tastemaker.domain.matching.CatalogueSegment;
import io.tastemaker.domain.matching.RowSet;
import io.tastemaker.domain.matching.TextQuestion;
import io.tastemaker.domain.shared.CreatorId;
import io.tastemaker.domain.shared.TeamId;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ref.Cleaner;
import java.nio.file.NoSuchFileException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.apache.lucene.document.BinaryDocValuesField;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.FieldType;
import org.apache.lucene.document.StringField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexOptions;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.MatchNoDocsQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.Scorer;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.Weight;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.apache.lucene.store.Directory;
import org.apache.lucene.util.Bits;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.FixedBitSet;
import org.jooq.DSLContext;

/**
 * The words that an owner's creators say, and those of the captions that the owner holds, also of creators of the catalogue: a document for
 * each creator, with nothing but its words and its id. It follows the database; what it showed before stays as it was. To be used by one
 * thread at a time, its {@link View}s by any number.
 */
final class TextIndex {

    private static final String ID = "id";
    private static final String WORDS = "words";
    private static final int AT_ONCE = 2_000;
    private static final FieldType POSITIONS = positions();
    private static final Cleaner CLEANER = Cleaner.create();
    /** Held, since a logger that nobody holds forgets its level. It would advise at each start to try another vector module. */
    private static final Logger ADVICE = Logger.getLogger("org.apache.lucene.internal.vectorization");

    static {
        ADVICE.setLevel(Level.SEVERE);
    }

    private final TeamId owner;
    private final IndexWriter writer;
    private final Cache<IndexReader.CacheKey, Cache<CatalogueSegment, RowsOfDocuments>> joins = Caffeine.newBuilder().weakKeys().build();
    private String seen;
    /** Null before the first. */
    private View latest;

    TextIndex(TeamId owner, Directory directory) {
        this.owner = owner;
        this.writer = io(() -> new IndexWriter(directory, new IndexWriterConfig(new TextAnalysis()).setUseCompoundFile(false)));
    }

    /** Reads what there is at the state that a transaction sees. */
    static View of(DSLContext sql, TeamId owner) {
        TextIndex index = new TextIndex(owner, new ByteBuffersDirectory());
        index.seen = CreatorTexts.snapshot(sql);
        CreatorTexts.all(sql, owner, texts -> index.write(sql, texts.keySet(), texts));
        inParts(Captions.ofOthers(sql, owner), ids -> index.write(sql, ids, Map.of()));
        return index.refreshed();
    }

    private static FieldType positions() {
        FieldType type = new FieldType();
        type.setIndexOptions(IndexOptions.DOCS_AND_FREQS_AND_POSITIONS);
        type.setOmitNorms(true);
        type.freeze();
        return type;
    }

    /** What there is to read at one state of the database. Its files go when nobody has it any more. */
    final class View {

        private final DirectoryReader reader;
        private final IndexSearcher searcher;

        private View(DirectoryReader reader) {
            this.reader = reader;
            this.searcher = new IndexSearcher(reader);
            searcher.setQueryCache(null);
        }

        /** How much memory the index takes now. */
        long bytes() {
            return io(() -> {
                long bytes = 0;
                for (String file : reader.directory().listAll()) {
                    bytes += length(file);
                }
                return bytes;
            });
        }

        private long length(String file) throws IOException {
            try {
                return reader.directory().fileLength(file);
            } catch (NoSuchFileException merged) {
                return 0; // into another, between the list and now
            }
        }

        /** What there is to read at a later state. To be asked by one thread at a time. */
        View at(DSLContext sql) {
            return TextIndex.this.at(sql);
        }

        /** Adds the rows of whoever says one of some texts. */
        void find(TextQuestion.Kind kind, Collection<String> texts, Catalogue catalogue, RowSet.Collector into) {
            List<CatalogueSegment> segments = catalogue.segments().stream()
                    .filter(segment -> segment.owner().equals(owner) || !owner.equals(TeamId.CATALOGUE)).toList();
            io(() -> {
                Weight weight = searcher.createWeight(searcher.rewrite(anyOf(kind, texts)), ScoreMode.COMPLETE_NO_SCORES, 1);
                for (LeafReaderContext leaf : reader.leaves()) {
                    Scorer scorer = weight.scorer(leaf);
                    if (scorer != null) {
                        FixedBitSet documents = documents(leaf, scorer);
                        segments.forEach(segment -> rows(leaf, segment).of(documents, into.of(segment)));
                    }
                }
                return into;
            });
        }

        private RowsOfDocuments rows(LeafReaderContext leaf, CatalogueSegment segment) {
            return joins.get(leaf.reader().getCoreCacheHelper().getKey(), key -> Caffeine.newBuilder().weakKeys().build())
                    .get(segment, key -> io(() -> RowsOfDocuments.of(leaf.reader(), ID, segment)));
        }
    }

    private static FixedBitSet documents(LeafReaderContext leaf, Scorer scorer) throws IOException {
        FixedBitSet documents = new FixedBitSet(leaf.reader().maxDoc());
        DocIdSetIterator found = scorer.iterator();
        found.nextDoc();
        found.intoBitSet(DocIdSetIterator.NO_MORE_DOCS, documents, 0);
        Bits live = leaf.reader().getLiveDocs();
        if (live != null) {
            live.applyMask(documents, 0);
        }
        return documents;
    }

    private static Query anyOf(TextQuestion.Kind kind, Collection<String> texts) {
        BooleanQuery.Builder any = new BooleanQuery.Builder();
        for (String text : texts) {
            any.add(query(kind, text), BooleanClause.Occur.SHOULD);
        }
        return any.build();
    }

    private static Query query(TextQuestion.Kind kind, String text) {
        return switch (kind) {
            case KEYWORDS, KEYWORDS_ALL -> TextAnalysis.phrase(WORDS, text).orElseGet(() -> new MatchNoDocsQuery("no words"));
            case HASHTAGS, MENTIONS -> new TermQuery(new Term(kind.code(), TextAnalysis.folded(text)));
        };
    }

    /** Brings the index to the state that a transaction sees, which is not before the last one. */
    private View at(DSLContext sql) {
        String now = CreatorTexts.snapshot(sql);
        inParts(CreatorTexts.changed(sql, owner, seen), ids -> write(sql, ids, CreatorTexts.of(sql, owner, ids)));
        seen = now;
        return refreshed();
    }

    private void write(DSLContext sql, Collection<CreatorId> creators, Map<CreatorId, List<String>> ownTexts) {
        Map<CreatorId, List<String>> captions = Captions.of(sql, owner, creators);
        for (CreatorId creator : creators) {
            List<String> texts = new ArrayList<>(ownTexts.getOrDefault(creator, List.of()));
            texts.addAll(captions.getOrDefault(creator, List.of()));
            write(creator, texts);
        }
    }

    /** Takes what a creator says now; nothing removes the creator. */
    void write(CreatorId creator, List<String> texts) {
        Term id = new Term(ID, RowsOfDocuments.bytes(creator));
        io(() -> texts.isEmpty() ? writer.deleteDocuments(id) : writer.updateDocument(id, document(id.bytes(), texts)));
    }

    private static Document document(BytesRef id, List<String> texts) {
        Document document = new Document();
        document.add(new StringField(ID, id, Field.Store.NO));
        document.add(new BinaryDocValuesField(ID, id));
        for (String text : texts) {
            document.add(new Field(WORDS, TextAnalysis.divided(text), POSITIONS));
            CaptionTags tags = CaptionTags.of(text);
            tags.hashtags().forEach(tag -> document.add(tag(TextQuestion.Kind.HASHTAGS, tag)));
            tags.mentions().forEach(name -> document.add(tag(TextQuestion.Kind.MENTIONS, name)));
        }
        return document;
    }

    private static Field tag(TextQuestion.Kind kind, String tag) {
        return new StringField(kind.code(), TextAnalysis.folded(tag), Field.Store.NO);
    }

    /** What was written so far, to be read. */
    View refreshed() {
        DirectoryReader reader = io(() -> latest == null ? DirectoryReader.open(writer) : DirectoryReader.openIfChanged(latest.reader, writer));
        if (reader != null) {
            latest = new View(reader);
            CLEANER.register(latest, () -> io(() -> {
                reader.close();
                return reader;
            }));
        }
        return latest;
    }

    private static void inParts(Collection<CreatorId> all, Consumer<List<CreatorId>> part) {
        List<CreatorId> list = List.copyOf(all);
        for (int from = 0; from < list.size(); from += AT_ONCE) {
            part.accept(list.subList(from, Math.min(list.size(), from + AT_ONCE)));
        }
    }

    /** Work on files, which are in memory. */
    interface OnFiles<T> {
        T done() throws IOException;
    }

    static <T> T io(OnFiles<T> work) {
        try {
            return work.done();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }
}
