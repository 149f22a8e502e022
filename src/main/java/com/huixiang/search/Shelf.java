package com.huixiang.search;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.miscellaneous.PerFieldAnalyzerWrapper;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.FieldType;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.document.StoredField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.index.ConcurrentMergeScheduler;
import org.apache.lucene.index.IndexOptions;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.StoredFields;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.SearcherManager;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.SortField;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.TopFieldCollectorManager;
import org.apache.lucene.search.similarities.BooleanSimilarity;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.store.LockObtainFailedException;
import org.jspecify.annotations.Nullable;

/** The index files of this node. Together with the words it keeps the mark up to which the tables were read. */
final class Shelf implements Closeable {

    static final String TITLE = "title";
    static final String LETTERS = "letters";
    static final String WORDS = "words";
    static final String NUMBER = "number";
    static final String SECRET = "secret";
    static final String END = "end";
    static final String BACKWARDS = "backwards";
    static final String PINYIN = "pinyin";

    private static final String KIND = "kind";
    private static final String SUBJECT = "subject";
    private static final String KEY = "key";
    private static final String ID = "id";
    private static final String AT = "at";
    /** How words are taken apart; another number makes every node read everything again. */
    private static final String EDITION = "1";

    static final int COUNTED = 10_000;
    private static final int LONGEST_TEXT = 8_000;
    private static final int END_SIGNS = 4;
    private static final Sort NEAREST_THEN_LATEST =
            new Sort(SortField.FIELD_SCORE, new SortField(AT, SortField.Type.LONG, true));

    private static final FieldType PLACED = plain(IndexOptions.DOCS_AND_FREQS_AND_POSITIONS);
    private static final FieldType UNPLACED = plain(IndexOptions.DOCS);

    private final Path folder;
    private final FSDirectory directory;
    private final IndexWriter writer;
    private final SearcherManager searchers;
    private final Map<String, String> marks;

    private Shelf(Path folder, FSDirectory directory, IndexWriter writer) throws IOException {
        this.folder = folder;
        this.directory = directory;
        this.writer = writer;
        this.searchers = new SearcherManager(writer, null);
        this.marks = readMarks(writer);
    }

    private static FieldType plain(IndexOptions options) {
        FieldType type = new FieldType();
        type.setTokenized(true);
        type.setOmitNorms(true);
        type.setIndexOptions(options);
        type.freeze();
        return type;
    }

    /** Opens what is there; what cannot be read is thrown away. */
    static Shelf open(Path folder, int memory) throws IOException {
        try {
            return tryToOpen(folder, memory);
        } catch (LockObtainFailedException occupied) {
            throw occupied;
        } catch (IOException | IllegalArgumentException broken) {
            clear(folder);
            return tryToOpen(folder, memory);
        }
    }

    private static Shelf tryToOpen(Path folder, int memory) throws IOException {
        Files.createDirectories(folder);
        FSDirectory directory = FSDirectory.open(folder);
        try {
            Analyzer letters = Letters.analyzer();
            IndexWriterConfig config = new IndexWriterConfig(new PerFieldAnalyzerWrapper(letters, Map.of(WORDS, Lexicon.ANALYZER)));
            config.setSimilarity(new BooleanSimilarity());
            config.setRAMBufferSizeMB(memory);
            config.setCommitOnClose(false);
            ConcurrentMergeScheduler merges = new ConcurrentMergeScheduler();
            merges.setMaxMergesAndThreads(3, 1);
            config.setMergeScheduler(merges);
            return new Shelf(folder, directory, new IndexWriter(directory, config));
        } catch (IOException | RuntimeException failure) {
            directory.close();
            throw failure;
        }
    }

    private static void clear(Path folder) throws IOException {
        if (Files.exists(folder)) {
            try (Stream<Path> files = Files.list(folder)) {
                for (Path file : files.toList()) {
                    Files.deleteIfExists(file);
                }
            }
        }
    }

    private static Map<String, String> readMarks(IndexWriter writer) {
        Map<String, String> marks = new HashMap<>();
        Iterable<Map.Entry<String, String>> written = writer.getLiveCommitData();
        if (written != null) {
            written.forEach(each -> marks.put(each.getKey(), each.getValue()));
        }
        return EDITION.equals(marks.remove("edition")) ? marks : new HashMap<>();
    }

    /** Up to where the tables were read, by name; empty when everything has to be read. */
    Map<String, String> marks() {
        return marks;
    }

    /** False when somebody has taken the files away. */
    boolean stands() {
        return writer.isOpen() && Files.isDirectory(folder) && (!marks.containsKey("written") || hasSegments());
    }

    private boolean hasSegments() {
        try (Stream<Path> files = Files.list(folder)) {
            return files.anyMatch(file -> file.getFileName().toString().startsWith("segments"));
        } catch (IOException gone) {
            return false;
        }
    }

    void empty() throws IOException {
        writer.deleteAll();
    }

    void removeAll(String kind) throws IOException {
        writer.deleteDocuments(new Term(KIND, kind));
    }

    void add(String kind, Words words) throws IOException {
        writer.addDocument(document(kind, words));
    }

    void put(String kind, Words words) throws IOException {
        writer.updateDocument(new Term(KEY, kind + ":" + words.id()), document(kind, words));
    }

    void remove(String kind, String subject) throws IOException {
        writer.deleteDocuments(new Term(SUBJECT, kind + ":" + subject));
    }

    private static Document document(String kind, Words words) {
        Document document = new Document();
        document.add(new StringField(KIND, kind, Field.Store.NO));
        document.add(new StringField(KEY, kind + ":" + words.id(), Field.Store.NO));
        document.add(new StringField(SUBJECT, kind + ":" + words.subject(), Field.Store.NO));
        document.add(new StoredField(ID, words.id()));
        document.add(new NumericDocValuesField(AT, words.at().toEpochMilli()));
        text(document, TITLE, words.title(), PLACED);
        text(document, LETTERS, words.title(), PLACED);
        text(document, LETTERS, words.text(), PLACED);
        text(document, WORDS, words.title(), UNPLACED);
        text(document, WORDS, words.text(), UNPLACED);
        words.names().forEach(name -> Pinyin.termsOf(name).forEach(term -> exactly(document, PINYIN, term)));
        words.numbers().forEach(number -> exactly(document, NUMBER, Letters.folded(number)));
        for (String secret : words.secrets()) {
            exactly(document, SECRET, Letters.folded(secret));
            exactly(document, BACKWARDS, new StringBuilder(secret).reverse().toString());
            if (secret.length() > END_SIGNS) {
                exactly(document, END, secret.substring(secret.length() - END_SIGNS));
            }
        }
        return document;
    }

    private static void text(Document document, String field, @Nullable String text, FieldType type) {
        if (text != null && !text.isBlank()) {
            document.add(new Field(field, text.length() > LONGEST_TEXT ? text.substring(0, LONGEST_TEXT) : text, type));
        }
    }

    private static void exactly(Document document, String field, String term) {
        if (!term.isBlank()) {
            document.add(new StringField(field, term, Field.Store.NO));
        }
    }

    /** What was put and removed can be found from now on. */
    void show() throws IOException {
        searchers.maybeRefreshBlocking();
    }

    /** What was put and removed outlives this process, together with the marks. */
    void keep() throws IOException {
        Map<String, String> data = new HashMap<>(marks);
        marks.put("written", "yes");
        data.put("written", "yes");
        data.put("edition", EDITION);
        writer.setLiveCommitData(data.entrySet());
        writer.commit();
    }

    /** @param total no more than {@link #COUNTED} are counted */
    record Hits(List<String> ids, int total) {}

    Hits search(String kind, Query query, int from, int to) throws IOException {
        IndexSearcher searcher = searchers.acquire();
        try {
            Query ofKind = new BooleanQuery.Builder()
                    .add(query, Occur.MUST)
                    .add(new TermQuery(new Term(KIND, kind)), Occur.FILTER)
                    .build();
            var found = searcher.search(ofKind, new TopFieldCollectorManager(NEAREST_THEN_LATEST, to, null, COUNTED));
            StoredFields stored = searcher.storedFields();
            List<String> ids = new ArrayList<>();
            ScoreDoc[] docs = found.scoreDocs;
            for (int each = from; each < docs.length; each++) {
                ids.add(stored.document(docs[each].doc).get(ID));
            }
            return new Hits(ids, (int) Math.min(COUNTED, found.totalHits.value()));
        } finally {
            searchers.release(searcher);
        }
    }

    int size() {
        return writer.getDocStats().numDocs;
    }

    @Override
    public void close() throws IOException {
        List<Closeable> all = List.of(searchers, writer::rollback, directory);
        IOException first = null;
        for (Closeable each : all) {
            try {
                each.close();
            } catch (IOException failure) {
                first = first == null ? failure : first;
            }
        }
        if (first != null) {
            throw first;
        }
    }
}
