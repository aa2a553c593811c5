import { describe, expect, test } from 'vitest'
import { extract } from './extract'

const ask = (content: string) => extract([{ role: 'user', text: content }])
const person = (text: string) => ask(`Extract name, age, and city from: "${text}". Return JSON.`)

test('the sentence of the reference', () => {
  expect(person('John Smith is 35 years old and lives in Seattle.')).toEqual({
    name: 'John Smith',
    age: 35,
    city: 'Seattle',
  })
})

describe('name, age and city in many forms', () => {
  test.each<[string, string | null, number | null, string | null]>([
    ['Maria Lopez, 42, from São Paulo', 'Maria Lopez', 42, 'São Paulo'],
    ["My name is Ann-Marie O'Neill and I'm 7; I live in Cork", "Ann-Marie O'Neill", 7, 'Cork'],
    ['Bob (29) is a baker in New York', 'Bob', 29, 'New York'],
    ['In Oslo lives Kari, who is thirty-one', 'Kari', 31, 'Oslo'],
    ['Hello, I am Priya Natarajan, a 24-year-old student from Chennai.', 'Priya Natarajan', 24, 'Chennai'],
    ['The Berlin-based architect Jonas Weber turned 50 last week.', 'Jonas Weber', 50, 'Berlin'],
    ['Dr. Ludwig van Houten, aged 61, moved from Ghent to Rotterdam.', 'Ludwig van Houten', 61, 'Rotterdam'],
    ['Name: Chen Wei\nAge: 19\nCity: Taipei', 'Chen Wei', 19, 'Taipei'],
    ['At 83, Rosa still lives in Lima.', 'Rosa', 83, 'Lima'],
    ['Lisbon is where Tiago Alves, 28, lives.', 'Tiago Alves', 28, 'Lisbon'],
    ['Our new neighbour is called Fatima. She is twenty-two and comes from Tunis.', 'Fatima', 22, 'Tunis'],
    ['A nurse from Leeds, Sarah Connolly is 33.', 'Sarah Connolly', 33, 'Leeds'],
    ['Olga was born in Minsk but now she lives in Warsaw. She is 45 years old.', 'Olga', 45, 'Warsaw'],
    ['Samuel has 35 years of experience and lives in Accra.', 'Samuel', null, 'Accra'],
    ['Nobody here is known by name.', null, null, null],
    ['Ingrid Svensson works in Malmö.', 'Ingrid Svensson', null, 'Malmö'],
    ['The 12-year-old Leo lives near Cape Town with two dogs.', 'Leo', 12, 'Cape Town'],
    ['Meet Akira. He just turned 18 and has moved to Osaka.', 'Akira', 18, 'Osaka'],
    ['Ms. Jane Q. Doe (52) resides in Salt Lake City.', 'Jane Q. Doe', 52, 'Salt Lake City'],
    ['Pierre, who is 40, lives in Lyon, France.', 'Pierre', 40, 'Lyon'],
    ['I live in Dublin, my name is Sean, and I am sixty.', 'Sean', 60, 'Dublin'],
    ['This is Nadia from Cairo. Her age is 27.', 'Nadia', 27, 'Cairo'],
    ['Viktor Orlov - 38 - Riga', 'Viktor Orlov', 38, 'Riga'],
    [
      'Born in Nairobi in 1990, Wanjiru now works as a pilot and lives in Mombasa.',
      'Wanjiru',
      null,
      'Mombasa',
    ],
    ['Yesterday Emma told us she is a hundred and two and still living in Bath.', 'Emma', 102, 'Bath'],
    ['my name is tom and i live in boston, i am 9', 'tom', 9, 'boston'],
    ['Juan de la Cruz, a retired sailor of 77 years, lives in Manila.', 'Juan de la Cruz', null, 'Manila'],
  ])('%s', (text, name, age, city) => {
    expect(person(text)).toEqual({ name, age, city })
  })
})

describe('several people', () => {
  test('each with what is said of them', () => {
    expect(person('John is 35 and lives in Seattle, while Mary is 28 and lives in Boston.')).toEqual({
      people: [
        { name: 'John', age: 35, city: 'Seattle' },
        { name: 'Mary', age: 28, city: 'Boston' },
      ],
    })
    expect(person('In Oslo lives Kari, who is 31, and in Bergen lives Lars, who is 40.')).toEqual({
      people: [
        { name: 'Kari', age: 31, city: 'Oslo' },
        { name: 'Lars', age: 40, city: 'Bergen' },
      ],
    })
  })

  test('what is said of two is said of each', () => {
    expect(person('Anna and Ben live in Rome. They are both 7.')).toMatchObject({
      people: [
        { name: 'Anna', city: 'Rome' },
        { name: 'Ben', age: 7, city: 'Rome' },
      ],
    })
  })

  test('the same person twice is one', () => {
    expect(person('John Smith is 35. Smith lives in Seattle.')).toEqual({
      name: 'John Smith',
      age: 35,
      city: 'Seattle',
    })
  })
})

describe('what is asked for', () => {
  test.each<[string, object]>([
    [
      'Extract the name, e-mail and phone number from this text and answer in JSON: Contact Lena Fischer at lena.fischer@example.org or +49 30 1234567.',
      { name: 'Lena Fischer', email: 'lena.fischer@example.org', phone_number: '+49 30 1234567' },
    ],
    [
      'Return a JSON object with the keys "price", "currency" and "product". Text: "The lamp costs €19.99."',
      { price: 19.99, currency: 'EUR', product: null },
    ],
    [
      'Give me {"first_name": "", "last_name": "", "job": "", "country": ""} as JSON for: Amina Diallo works as a marine biologist in Dakar, Senegal.',
      { first_name: 'Amina', last_name: 'Diallo', job: 'marine biologist', country: 'Senegal' },
    ],
    ['Extract all emails as JSON from: a@b.org, c.d@e.com and nobody', { emails: ['a@b.org', 'c.d@e.com'] }],
    [
      'Find the date, time and website in: "Join us on 12 March 2027 at 18:30, see https://example.org/party." JSON please',
      { date: '12 March 2027', time: '18:30', website: 'https://example.org/party' },
    ],
    [
      "What is the person's name and company? Answer in JSON.\n\nPaul Okafor is an engineer who works at Northwind Labs in Lagos.",
      { name: 'Paul Okafor', company: 'Northwind Labs' },
    ],
    [
      'Extract job and city as JSON from: Bob (29) is a baker in New York',
      { job: 'baker', city: 'New York' },
    ],
    [
      'Extract name and favourite colour from: "Zoe is 4." Return JSON.',
      { name: 'Zoe', favourite_colour: null },
    ],
    ['Extract all names from: "Ada met Grace in Boston." Return JSON.', { names: ['Ada', 'Grace'] }],
  ])('%s', (content, expected) => {
    expect(ask(content)).toEqual(expected)
  })

  test('the system message may say it, and so may an earlier turn', () => {
    const system = { role: 'system', text: 'Extract name and city from what the user writes. Return JSON.' }
    expect(extract([system, { role: 'user', text: 'Ravi lives in Pune.' }])).toEqual({
      name: 'Ravi',
      city: 'Pune',
    })
    const earlier = { role: 'user', text: 'Extract name and age from: "Ann is 5." Return JSON.' }
    const answer = { role: 'assistant', text: '{"name":"Ann","age":5}' }
    expect(extract([earlier, answer, { role: 'user', text: 'And from: "Joe is 6."' }])).toEqual({
      name: 'Joe',
      age: 6,
    })
  })

  test('nothing is read where no field is asked for', () => {
    expect(ask('What does temperature do? Answer in JSON.')).toBeNull()
  })
})

describe('more sentences', () => {
  test.each<[string, string | null, number | null, string | null]>([
    ['Hi! Tomasz here, 26 years old, writing from Gdańsk.', 'Tomasz', 26, 'Gdańsk'],
    ['The baker Marta Kowalczyk (64) has her shop in Poznań.', 'Marta Kowalczyk', 64, 'Poznań'],
    ['Elena is nineteen. She studies in Bologna.', 'Elena', 19, 'Bologna'],
    ['Mr. Henry Okonkwo is 71 and his home is Enugu.', 'Henry Okonkwo', 71, 'Enugu'],
    ['Living in Quito, Carmen Vega is fifty-five years old.', 'Carmen Vega', 55, 'Quito'],
    ['Yusuf, a 30-year-old teacher based in Ankara, loves chess.', 'Yusuf', 30, 'Ankara'],
    ['Our customer from Vienna is Franz Huber; he is 47.', 'Franz Huber', 47, 'Vienna'],
    ['Thirty-three-year-old Amara lives in Freetown.', 'Amara', 33, 'Freetown'],
    ['I’m Noor, I’m 16 and I’m from Doha.', 'Noor', 16, 'Doha'],
    ['Patient: Greta Lind, age 8, town: Uppsala', 'Greta Lind', 8, 'Uppsala'],
    ['Xiao Ming celebrates turning 12 today in Chengdu.', 'Xiao Ming', 12, 'Chengdu'],
    ['Bristol resident Tom Baker, 39, won a prize.', 'Tom Baker', 39, 'Bristol'],
    ['In 2019 Hugo moved to Porto. He is 44 now.', 'Hugo', 44, 'Porto'],
    ['Everybody knows Mrs. Agnes Byrne of Galway, who is ninety.', 'Agnes Byrne', 90, 'Galway'],
    ['Kofi has three children, is 41 years of age and stays in Kumasi.', 'Kofi', 41, 'Kumasi'],
    ['Sofía García – 27 – Madrid', 'Sofía García', 27, 'Madrid'],
  ])('%s', (text, name, age, city) => {
    expect(person(text)).toEqual({ name, age, city })
  })
})
