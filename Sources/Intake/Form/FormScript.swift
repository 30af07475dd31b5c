/// What the form does where JavaScript runs: counts, hides what has no meaning, saves the CSV. Plain, no library.
enum FormScript {
    static let text = """
        'use strict';
        (() => {
          const questions = [...document.querySelectorAll('.question')];
          const chosen = (question) => question.querySelector('.choices input:checked');
          const field = (question) => question.querySelector('input.number, input.name');
          const answer = (question) => {
            const text = field(question);
            if (text) return text.value.trim();
            const choice = chosen(question);
            if (!choice) return '';
            const share = question.querySelector('.shares input:checked');
            const partial = share && choice.value !== 'unknown' && share.value !== 'everywhere' && !question.querySelector('.shares').hidden;
            return partial ? choice.value + ', ' + share.value : choice.value;
          };
          const refresh = () => {
            for (const question of questions) {
              const other = questions.find((one) => one.dataset.id === question.dataset.unless);
              const said = other && chosen(other);
              question.hidden = !!said && question.dataset.is.split('|').includes(said.value);
              const shares = question.querySelector('.shares');
              const choice = chosen(question);
              // A share has no meaning for "unknown" and for the weakest answer, which stands first.
              const first = question.querySelector('.choices input');
              if (!shares) continue;
              shares.hidden = !choice || choice.value === 'unknown' || choice === first;
              if (!shares.hidden && !shares.querySelector(':checked')) shares.querySelector('input').checked = true;
            }
            const asked = questions.filter((question) => !question.hidden);
            const done = asked.filter((question) => answer(question) !== '');
            document.getElementById('count').textContent = done.length + ' of ' + asked.length + ' answered';
          };
          // What a spreadsheet would take for a formula gets an apostrophe, as in every sheet of drillctl.
          const safe = (text) => /^'*[=+\\-@\\t\\r＝＋－＠]/.test(text) ? "'" + text : text;
          const cell = (text) => /[",;\\t\\r\\n]|^\\s|\\s$/.test(text) ? '"' + text.replaceAll('"', '""') + '"' : text;
          const csv = () => {
            const rows = [['id', 'section', 'question', 'answers allowed', 'answer', 'note']];
            for (const question of questions) {
              const data = question.dataset;
              const title = question.querySelector('legend, .title').textContent;
              const note = question.querySelector('.note input').value;
              rows.push([data.id, data.section, title, data.allowed, question.hidden ? '' : answer(question), note]);
            }
            return '\\ufeff' + rows.map((row) => row.map(safe).map(cell).join(',') + '\\r\\n').join('');
          };
          let saved = true;
          document.addEventListener('input', (event) => {
            const question = event.target.closest('.question');
            if (!question) return;
            saved = false;
            refresh();
          });
          document.getElementById('save').addEventListener('click', () => {
            const link = document.createElement('a');
            link.href = URL.createObjectURL(new Blob([csv()], { type: 'text/csv;charset=utf-8' }));
            link.download = 'answers.csv';
            link.click();
            setTimeout(() => URL.revokeObjectURL(link.href), 1000);
            saved = true;
          });
          addEventListener('beforeunload', (event) => { if (!saved) event.preventDefault(); });
          document.getElementById('bar').hidden = false;
          refresh();
        })();

        """
}
