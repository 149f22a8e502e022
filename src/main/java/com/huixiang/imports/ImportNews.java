package com.huixiang.imports;

import com.huixiang.push.LiveTopics;
import com.huixiang.push.Topic;
import org.springframework.stereotype.Component;

/** Shows whoever brought a file how far it is. */
@Component
class ImportNews {

    private final ImportRepository repository;
    private final LiveTopics live;

    ImportNews(ImportRepository repository, LiveTopics live) {
        this.repository = repository;
        this.live = live;
    }

    record ImportFrame(String type, Import file) {
        ImportFrame(Import file) {
            this("import", file);
        }
    }

    void tell(ImportId id) {
        repository
                .find(id)
                .filter(file -> file.by().id() != null)
                .ifPresent(file -> live.tell(new Topic("member:" + file.by().id()), new ImportFrame(file)));
    }
}
