alter table creators.creator
    add column content_categories text[],
    add column content_languages text[],
    add column content_sentiment smallint check (content_sentiment between -100 and 100);
comment on column creators.creator.content_categories is 'as the posts are read: category:percent, the largest share first';
comment on column creators.creator.content_languages is 'as the posts are read';
comment on column creators.creator.content_sentiment is 'the mean mood of the posts in hundredths';
